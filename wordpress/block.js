// @ts-check
// The block in WordPress's editor: an address, and what the card is told besides. What readers
// get is made on the server, so that nothing but the attributes stands in the post.
((/** @type {any} */ wp) => {
  const { registerBlockType } = wp.blocks;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { PanelBody, SelectControl, TextControl } = wp.components;
  const { createElement: el } = wp.element;
  const { __ } = wp.i18n;

  /** @type {[name: string, label: string, values: string[]][]} */
  const CHOICES = [
    ["look", __("Theme", "story-card"), ["", "broadsheet", "tabloid", "wire", "blog"]],
    ["open", __("Sections open", "story-card"), ["", "first", "all", "none"]],
    ["timeline", __("Timeline", "story-card"), ["", "both", "list", "graphic"]],
    ["layout", __("Layout", "story-card"), ["", "one", "two", "teaser"]],
    ["heading-level", __("Level of the headline", "story-card"), ["", "2", "3", "4", "5"]],
  ];

  /** @type {(block: { attributes: Record<string, string>, setAttributes: (changes: object) => void }) => unknown} */
  const edit = ({ attributes, setAttributes }) => {
    /** @type {(name: string, label: string, type: string) => unknown} */
    const text = (name, label, type) =>
      el(TextControl, {
        key: name,
        label,
        type,
        value: attributes[name],
        onChange: (/** @type {string} */ value) => setAttributes({ [name]: value }),
        __nextHasNoMarginBottom: true,
      });
    const choices = CHOICES.map(([name, label, values]) =>
      el(SelectControl, {
        key: name,
        label,
        value: attributes[name],
        options: values.map((value) => ({ value, label: value || __("as it is", "story-card") })),
        onChange: (/** @type {string} */ value) => setAttributes({ [name]: value }),
        __nextHasNoMarginBottom: true,
      }),
    );
    return el(
      "div",
      useBlockProps(),
      el(InspectorControls, {}, el(PanelBody, { title: __("Card", "story-card") }, choices)),
      text("src", __("Address of the story (JSON)", "story-card"), "url"),
      text("link", __("The story’s own page", "story-card"), "url"),
    );
  };

  registerBlockType("story-card/story", { edit, save: () => null });
})(/** @type {any} */ (window).wp);
