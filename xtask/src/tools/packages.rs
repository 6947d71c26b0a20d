//! Debian packages: browsers, their drivers, fonts. Installed when this is root on Debian; anyone
//! else is told the command.

use std::ffi::OsStr;

use anyhow::{Result, bail};
use xshell::{Cmd, Shell, cmd};

use crate::tools::path;
use crate::tools::pinned::Package;
use crate::tools::quiet::run_quietly;
use crate::tools::shell::{announce, output};

/// Makes sure that every package's job is done by something on this machine.
pub fn install(shell: &Shell, packages: &[&Package]) -> Result<()> {
    let path = shell.var_os("PATH").unwrap_or_default();
    let installed = installed_names(shell, packages);
    let missing = missing(packages, &path, installed.as_deref());
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_root(shell) || path::find("apt-get", &path).is_none() {
        bail!(
            "not installed: {names}; on Debian run: \
             sudo apt-get install -y --no-install-recommends {names}"
        );
    }
    announce(&format!("Installing {names} (a few minutes, once)"));
    let quietly = |cmd: Cmd<'_>| run_quietly(cmd.env("DEBIAN_FRONTEND", "noninteractive"));
    quietly(cmd!(shell, "apt-get update"))?;
    quietly(cmd!(shell, "apt-get install -y --no-install-recommends {missing...}"))
}

/// The packages to install, each once however many stages need it. Without a list of installed
/// packages, fonts count as being there.
fn missing<'a>(packages: &[&'a Package], path: &OsStr, installed: Option<&str>) -> Vec<&'a str> {
    let on_path = |package: &Package| {
        package.programs.iter().any(|program| path::find(program, path).is_some())
    };
    let listed = |package: &Package| match installed {
        Some(names) => names.lines().any(|line| line == package.name),
        None => package.programs.is_empty(),
    };
    let mut absent = Vec::new();
    for package in packages.iter().filter(|package| !on_path(package) && !listed(package)) {
        if !absent.contains(&package.name) {
            absent.push(package.name);
        }
    }
    absent
}

/// Those of the packages that Debian has installed, a line each; nothing when this is not Debian.
fn installed_names(shell: &Shell, packages: &[&Package]) -> Option<String> {
    let format = "${db:Status-Status} ${Package}\n";
    let names = packages.iter().map(|package| package.name);
    let query = cmd!(shell, "dpkg-query --show --showformat {format} {names...}");
    // It fails when one of them is unknown, and lists the others all the same.
    let output = query.quiet().ignore_status().ignore_stderr().output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = text.lines().filter_map(|line| line.strip_prefix("installed "));
    Some(names.collect::<Vec<_>>().join("\n"))
}

fn is_root(shell: &Shell) -> bool {
    output(cmd!(shell, "id -u")).is_some_and(|answer| answer == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROWSER: Package = Package { name: "browser", programs: &["no-such-browser", "sh"] };
    const DRIVER: Package = Package { name: "driver", programs: &["no-such-driver"] };
    const FONT: Package = Package { name: "font", programs: &[] };

    #[test]
    fn a_program_on_the_path_stands_for_its_package() {
        let path = OsStr::new("/bin:/usr/bin");
        assert_eq!(missing(&[&BROWSER, &DRIVER], path, Some("")), ["driver"]);
        assert_eq!(missing(&[&DRIVER], path, Some("other\ndriver")), [""; 0]);
    }

    #[test]
    fn a_package_that_two_stages_need_is_asked_for_once() {
        let packages = [&DRIVER, &FONT, &DRIVER, &FONT];
        assert_eq!(missing(&packages, OsStr::new("/bin"), Some("")), ["driver", "font"]);
    }

    #[test]
    fn fonts_are_asked_of_debian_alone() {
        let path = OsStr::new("/bin");
        assert_eq!(missing(&[&FONT], path, Some("browser")), ["font"]);
        assert_eq!(missing(&[&FONT], path, None), [""; 0]);
    }
}
