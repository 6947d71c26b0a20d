// Runs axe over the page, shadow roots included, and gives one line per fault. The first
// argument holds the rules; none stands for all.
if (!window.axe) {
  await new Promise((loaded, failed) => {
    const script = Object.assign(document.createElement("script"), { src: "/kit/axe.js" });
    script.onload = loaded;
    script.onerror = () => failed(new Error("axe did not load"));
    document.head.append(script);
  });
}
const rules = args[0] ? { runOnly: args[0] } : {};
const { violations, passes } = await axe.run(document, { resultTypes: ["violations", "passes"], ...rules });
if (passes.length === 0) throw new Error("axe checked nothing");
return violations.flatMap((violation) => violation.nodes.map((node) =>
  `${violation.id} (${violation.impact}): ${node.target.flat().join(" ")}: ${node.failureSummary}`));
