"""The training vault: an invented school, and a term of it that its members write down."""
