"""Content of the demonstration site, built by the factories that the tests use; safe to run again."""
