// Importing the package registers the element; there is nothing to call.
import "./element.js";

export type * from "./element.js";
