"""python -m dsl_desk."""

import sys

from dsl_desk.app.main import main

sys.exit(main())
