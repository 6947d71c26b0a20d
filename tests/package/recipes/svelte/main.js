import { mount } from "svelte";
import Story from "./Story.svelte";

mount(Story, { target: document.querySelector("#app"), props: { src: "/story.json" } });
