import pytest


@pytest.fixture(autouse=True)
def no_build(monkeypatch):
    """Let every test report as at a desk, wherever it runs itself."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path_factory, monkeypatch):
    """Give every test an empty cache; return its folder, which is not there yet."""
    folder = tmp_path_factory.mktemp("cache") / "send-outcomes"
    monkeypatch.setenv("SEND_OUTCOMES_CACHE", str(folder))
    return folder
