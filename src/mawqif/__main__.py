"""``python -m mawqif`` is the command ``mawqif``."""

import sys

from mawqif.cli.main import main

sys.exit(main())
