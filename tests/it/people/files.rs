//! What wrong files say.
