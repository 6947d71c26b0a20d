import "story-card";

const card = document.createElement("story-card");
card.src = "/story.json";
card.loading = "eager";
card.addEventListener("story-card-load", (event) => {
  document.title = event.detail.headline;
});
document.body.append(card);
