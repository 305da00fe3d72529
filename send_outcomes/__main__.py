"""`python -m send_outcomes` and the console script."""


def main() -> None:
    """Run the command line."""
    from send_outcomes.garbage import collect_seldom  # noqa: PLC0415

    collect_seldom()
    from send_outcomes.cli import app  # noqa: PLC0415

    app()


if __name__ == "__main__":
    main()
