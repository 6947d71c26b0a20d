//! A Yew application that shows a story card.
//!
//! ```sh
//! cd examples/yew_app
//! trunk serve --open
//! ```

mod page;

fn main() {
    yew::Renderer::<page::Page>::new().render();
}
