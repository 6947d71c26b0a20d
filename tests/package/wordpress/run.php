<?php
// The plugin with the least of WordPress around it: php run.php PLUGIN prints the HTML of a post.
// Each function stands for WordPress's own, as far as the plugin relies on it.

const ABSPATH          = '/';
const STORY_CARD_BASE  = 'dist';
const STORY_CARD_SERVER = 'https://cards.example';

$story_card_seen = array();
function seen( $what, ...$words ) {
	global $story_card_seen;
	$story_card_seen[] = $what . ' ' . implode( ' ', array_filter( $words, 'is_string' ) );
}

function add_action( $hook, $call ) {
	seen( 'action', $hook );
	$call();
}
function add_shortcode( $name, $call ) { seen( 'shortcode', $name, $call ); }
function apply_filters( $name, $value ) { return $value; }
function current_user_can() { return false; }
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_html__( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_url( $url, $schemes ) {
	if ( '' !== $url && false === strpos( $url, ':' ) && 1 !== preg_match( '~^([/#?]|[a-z0-9-]+?\.php)~i', $url ) ) {
		$url = "http://$url";
	}
	$scheme = parse_url( trim( $url ), PHP_URL_SCHEME );
	$is_ok  = null === $scheme ? ! preg_match( '/^\s*[a-z]+:/i', $url ) : in_array( strtolower( (string) $scheme ), $schemes, true );
	return $is_ok ? htmlspecialchars( preg_replace( '/[^a-z0-9-~+_.?#=!&;,\/:%@$|*()\[\]\\x80-\\xff]/i', '', $url ), ENT_QUOTES ) : '';
}
function get_block_wrapper_attributes() { return 'class="wp-block-story-card-story alignwide"'; }
function plugins_url( $path ) { return "/plugins/$path"; }
function register_block_type( $folder, $more ) { seen( 'block', json_decode( file_get_contents( "$folder/block.json" ), true )['name'], $more['render_callback'] ); }
function trailingslashit( $path ) { return rtrim( $path, '/' ) . '/'; }
function wp_add_inline_style( $name ) { seen( 'inline', $name ); }
function wp_enqueue_script_module( $name ) { seen( 'module', $name ); }
function wp_enqueue_style( $name ) { seen( 'style', $name ); }
function wp_oembed_add_provider( $format, $server ) { seen( 'oembed', $format, $server ); }
function wp_register_script_module( $name, $file ) { seen( 'script', $name, $file ); }
function wp_register_style( $name, $file ) { seen( 'sheet', $name, $file ); }

function check( $is_so, $what ) {
	if ( ! $is_so ) {
		fwrite( STDERR, "not so: $what\n" );
		exit( 1 );
	}
}

require $argv[1] . '/story-card.php';
foreach ( array( 'action init', 'block story-card/story story_card_block', 'script story-card dist/story-card.js', 'oembed https://cards.example/s/* https://cards.example/oembed', 'shortcode story_card story_card_shortcode' ) as $line ) {
	check( in_array( $line, $story_card_seen, true ), $line );
}
check( ! in_array( 'module story-card', $story_card_seen, true ), 'no script without a card' );

check( '' === story_card_html( array() ), 'no address, no card' );
check( '' === story_card_html( array( 'src' => 'javascript:alert(1)' ) ), 'no script for an address' );
$hostile = story_card_shortcode(
	array(
		'src'   => 'https://news.example/42.json?a=1&b="><script>alert(1)</script>',
		'open'  => '"><script>alert(1)</script>',
		'style' => 'x',
		'link'  => 'data:text/html,x',
		'look'  => '../x',
		0       => 'exclusive',
		'quiet' => 'false',
	)
);
check( false === strpos( $hostile, '<script' ), $hostile );
check( 1 === preg_match( '/^<story-card src="[^"<>]*" open="[^"<>]*" exclusive><\/story-card>$/', $hostile ), $hostile );

$wide = story_card_block( array( 'src' => 'https://news.example/42.json' ) );
check( 1 === preg_match( '/^<div class="[^"]* alignwide"><story-card [^>]*><\/story-card><\/div>$/', $wide ), $wide );
check( '' === story_card_block( array() ), 'no address, no box' );

echo story_card_shortcode(
	array(
		'src'           => '/story.json',
		'link'          => 'https://news.example/42',
		'look'          => 'wire',
		'heading_level' => '3',
		'loading'       => 'eager',
	)
);
check( in_array( 'module story-card', $story_card_seen, true ), 'the script comes with a card' );
check( in_array( 'style story-card-wire', $story_card_seen, true ), 'and so does the theme' );
