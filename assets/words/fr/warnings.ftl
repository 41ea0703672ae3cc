### warnings
