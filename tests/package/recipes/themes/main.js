import "story-card/themes/blog.css";
import "story-card/themes/broadsheet.css";
import "story-card/themes/tabloid.css";
import "story-card/themes/wire.css";
