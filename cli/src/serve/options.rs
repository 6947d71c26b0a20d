//! What the command is told.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

/// Serve stories, a page for each of them, oEmbed and the release files
#[derive(Debug, Args)]
pub struct Serve {
    /// Folder of stories: NAME.json each, of any format that story-card reads
    #[arg(long, value_name = "DIR")]
    pub stories: PathBuf,
    /// The release files, as `cargo xtask build` makes them
    #[arg(long, value_name = "DIR")]
    pub dist: PathBuf,
    /// Folder of pictures, served as images/NAME; stories in it name them ../images/NAME
    #[arg(long, value_name = "DIR")]
    pub images: Option<PathBuf>,
    /// Where to listen; a socket handed over by systemd goes first
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The address that readers know this server by, with the folder if it is in one; by default
    /// the one it listens at
    #[arg(long, value_name = "URL")]
    pub public_url: Option<String>,
    /// The publisher's name; by default the host of the public address
    #[arg(long, value_name = "PUBLISHER")]
    pub name: Option<String>,
    /// How long the head of a request may take to come
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub patience: u64,
    /// How long answers may take to end after SIGTERM
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(0..=600))]
    pub grace: u64,
    /// How many connections there may be at once; more have to wait
    #[arg(long, value_name = "COUNT", default_value_t = 1_024, value_parser = clap::value_parser!(u16).range(1..))]
    pub connections: u16,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Command {
        #[command(flatten)]
        serve: Serve,
    }

    #[test]
    fn a_number_is_one_that_the_server_can_live_with() {
        let table = [
            (["--connections", "0"], false),
            (["--connections", "1"], true),
            (["--connections", "65536"], false),
            (["--patience", "0"], false),
            (["--patience", "1"], true),
            (["--patience", "601"], false),
            (["--grace", "0"], true),
            (["--grace", "601"], false),
        ];
        for (option, is_good) in table {
            let folders = ["serve", "--stories", "s", "--dist", "d"];
            let parsed = Command::try_parse_from(folders.into_iter().chain(option));
            assert_eq!(parsed.is_ok(), is_good, "{option:?}");
        }
    }
}
