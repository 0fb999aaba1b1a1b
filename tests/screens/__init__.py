"""Pictures of screens: few, telling, and compared on every run."""
