// @ts-check
// There is nothing here to run: this is imported for its types.
export {};
