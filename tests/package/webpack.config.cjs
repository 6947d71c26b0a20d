module.exports = {
  mode: "production",
  entry: "./recipes/plain/main.js",
  output: { path: `${__dirname}/out/webpack`, filename: "main.js" },
  performance: { hints: false },
};
