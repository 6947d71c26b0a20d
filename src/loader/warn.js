// What a developer of the page is told in the console.

// A problem that came up after the page had been told of the story.
export const warn = (card, { code, message }) => {
  if (!card.hasAttribute("quiet")) console?.warn(`story-card: ${code}: ${message}`, card);
};
