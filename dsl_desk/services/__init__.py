"""What people can ask for: one module per noun, one public method per sentence."""
