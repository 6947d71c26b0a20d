// Badge, headline and lead as plain text, while the app is still on its way.

const MAX_BYTES = 1 << 18;

// The story's first words, or nothing: whoever reads it in full reports what is wrong.
export const firstWords = async (pending) => {
  const reader = (await pending).clone().body.getReader();
  const decoder = new TextDecoder();
  let json = "";
  for (let left = MAX_BYTES; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    left -= value.length;
    if (left < 0) {
      reader.cancel();
      return;
    }
    json += decoder.decode(value, { stream: true });
  }
  const story = JSON.parse(json);
  const isHeldBack = story.pubStatus || story.embargoedUntil || story.expires;
  const isNative = /^story-card\/1(\.|$)/.test(story.schemaVersion);
  return isNative && !isHeldBack && typeof story.headline === "string" && story;
};
