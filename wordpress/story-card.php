<?php
/**
 * Plugin Name: story-card
 * Description: Shows a news story from JSON as a card: by a block, a shortcode, or the address of a story on your story-card server.
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 * Text Domain: story-card
 *
 * The files of the card are taken from the folder `dist` of this plugin, or from the address in the
 * constant STORY_CARD_BASE. The constant STORY_CARD_SERVER names a `story-card serve`, whose pages
 * are then embedded by their address.
 *
 * @package story-card
 */

defined( 'ABSPATH' ) || exit;

/** Attributes of the tag that a block or a shortcode may set; a shortcode writes `_` for `-`. */
const STORY_CARD_ATTRIBUTES = array(
	'item',
	'theme',
	'loading',
	'open',
	'exclusive',
	'heading-level',
	'timeline',
	'layout',
	'images',
	'since',
	'refresh',
	'timeout',
	'quiet',
	'lang',
);

/** Present or not. */
const STORY_CARD_FLAGS = array( 'exclusive', 'quiet' );

/** Sheets in `static/themes`. */
const STORY_CARD_LOOKS = array( 'broadsheet', 'tabloid', 'wire', 'blog' );

/**
 * Where the files of the card are, with a slash at the end.
 */
function story_card_base() {
	$base = defined( 'STORY_CARD_BASE' ) ? STORY_CARD_BASE : plugins_url( 'dist/', __FILE__ );
	return trailingslashit( apply_filters( 'story_card_base', $base ) );
}

/**
 * Makes the script and the themes known; they are loaded only where a card is.
 */
function story_card_register() {
	$base = story_card_base();
	wp_register_script_module( 'story-card', $base . 'story-card.js', array(), null );
	wp_register_style( 'story-card', false, array(), null );
	wp_add_inline_style( 'story-card', 'story-card{display:block;min-height:40rem}' );
	foreach ( STORY_CARD_LOOKS as $look ) {
		wp_register_style( "story-card-$look", "{$base}static/themes/$look.css", array( 'story-card' ), null );
	}
	register_block_type( __DIR__, array( 'render_callback' => 'story_card_block' ) );
	add_shortcode( 'story_card', 'story_card_shortcode' );
	if ( defined( 'STORY_CARD_SERVER' ) ) {
		$server = trailingslashit( STORY_CARD_SERVER );
		wp_oembed_add_provider( $server . 's/*', $server . 'oembed' );
	}
}
add_action( 'init', 'story_card_register' );

/**
 * The tag.
 *
 * @param array $given What the block or the shortcode says.
 */
function story_card_html( $given ) {
	$src = isset( $given['src'] ) ? esc_url( $given['src'], array( 'http', 'https' ) ) : '';
	if ( '' === $src ) {
		return current_user_can( 'edit_posts' ) ? '<p>story-card: no story is named.</p>' : '';
	}
	wp_enqueue_script_module( 'story-card' );
	wp_enqueue_style( 'story-card' );
	if ( isset( $given['look'] ) && in_array( $given['look'], STORY_CARD_LOOKS, true ) ) {
		wp_enqueue_style( 'story-card-' . $given['look'] );
	}
	$html = '<story-card src="' . $src . '"';
	foreach ( STORY_CARD_ATTRIBUTES as $name ) {
		$value = isset( $given[ $name ] ) ? (string) $given[ $name ] : '';
		if ( in_array( $name, STORY_CARD_FLAGS, true ) ) {
			$html .= in_array( $value, array( '', '0', 'false', 'no' ), true ) ? '' : " $name";
		} elseif ( '' !== $value ) {
			$html .= " $name=\"" . esc_attr( $value ) . '"';
		}
	}
	$link = isset( $given['link'] ) ? esc_url( $given['link'], array( 'http', 'https' ) ) : '';
	$text = esc_html__( 'Read the story', 'story-card' );
	// In one line: an editor's own paragraphs would cut the tag in two.
	return $html . '>' . ( '' === $link ? '' : "<a href=\"$link\">$text</a>" ) . '</story-card>';
}

/**
 * The block: the tag, in a box with the class of the width that was chosen for it.
 *
 * @param array $given What the block says.
 */
function story_card_block( $given ) {
	$html = story_card_html( $given );
	return '' === $html ? '' : '<div ' . get_block_wrapper_attributes() . ">$html</div>";
}

/**
 * `[story_card src="https://news.example/stories/42.json" heading_level="3"]`
 *
 * @param array|string $given What stands in the brackets.
 */
function story_card_shortcode( $given ) {
	$named = array();
	foreach ( (array) $given as $name => $value ) {
		// A word alone is a flag.
		list( $name, $value ) = is_int( $name ) ? array( $value, '1' ) : array( $name, $value );
		$named[ str_replace( '_', '-', strtolower( $name ) ) ] = $value;
	}
	return story_card_html( $named );
}
