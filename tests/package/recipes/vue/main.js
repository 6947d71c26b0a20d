import { createApp } from "vue";
import Story from "./Story.vue";

createApp(Story, { src: "/story.json" }).mount("#app");
