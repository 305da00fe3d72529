"""How fast and with how much memory large tables are read, against the library beneath doing nothing but reading them."""
