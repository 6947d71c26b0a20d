//! What README says of the weights, held against what was weighed.

use anyhow::{Context as _, Result, ensure};

/// A weight that README states in kilobytes.
#[derive(Debug, Clone, Copy)]
pub struct Claim {
    /// The words before the figure.
    pub before: &'static str,
    /// What was weighed, in bytes.
    pub bytes: u64,
    /// How many bytes the figure may be off: it is rounded, and the hash of a build moves it.
    pub tolerance: u64,
}

impl Claim {
    /// An error that gives the right figure if README has another one, or none.
    fn check(&self, readme: &str) -> Result<()> {
        let Self { before, bytes, tolerance } = *self;
        let figure = || readme.split_once(before)?.1.trim_start().split(' ').next();
        let figure = figure().with_context(|| format!("README does not say “{before} …”"))?;
        let said = bytes_of(figure)
            .with_context(|| format!("README, “{before} {figure}”: no kilobytes"))?;
        let right = format!("{}.{}", bytes / 1_000, bytes % 1_000 / 100);
        ensure!(
            said.abs_diff(bytes) <= tolerance,
            "README says “{before} {figure} kB”, and it is {right}"
        );
        Ok(())
    }
}

/// Checks every claim.
pub fn check(readme: &str, claims: &[Claim]) -> Result<()> {
    claims.iter().try_for_each(|claim| claim.check(readme))
}

/// Bytes of a figure such as `6.5`, in kilobytes with at most one decimal.
fn bytes_of(figure: &str) -> Option<u64> {
    let (whole, tenths) = figure.split_once('.').unwrap_or((figure, "0"));
    let tenths: u64 = tenths.parse().ok().filter(|tenths| *tenths < 10)?;
    Some(whole.parse::<u64>().ok()? * 1_000 + tenths * 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLAIM: Claim = Claim { before: "The loader is", bytes: 6_517, tolerance: 100 };

    #[test]
    fn a_figure_that_is_right_once_rounded_passes() {
        check("It is small. The loader is 6.5 kB.", &[CLAIM]).unwrap();
        check("The loader is\n6.6 kB", &[CLAIM]).unwrap();
    }

    #[test]
    fn a_figure_that_is_out_of_date_is_named_with_the_right_one() {
        let problem = check("The loader is 6.2 kB.", &[CLAIM]).unwrap_err().to_string();
        assert_eq!(problem, "README says “The loader is 6.2 kB”, and it is 6.5");
        assert!(check("The loader is 7 kB.", &[CLAIM]).is_err());
        assert!(check("The loader is 5.15 kB.", &[CLAIM]).is_err(), "no two decimals");
        for (bytes, is_right) in [(6_399, false), (6_400, true), (6_600, true), (6_601, false)] {
            let claim = Claim { bytes, ..CLAIM };
            assert_eq!(check("The loader is 6.5 kB.", &[claim]).is_ok(), is_right, "{bytes}");
        }
    }

    #[test]
    fn a_claim_that_readme_does_not_make_any_more_is_an_error() {
        assert!(check("The loader is small.", &[CLAIM]).is_err());
        assert!(check("", &[CLAIM]).is_err());
    }
}
