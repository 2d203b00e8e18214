"""Files of new starters: whose file is still to be asked for, and taking in a parcel that came."""
