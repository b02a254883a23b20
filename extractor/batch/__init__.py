"""Runs over many articles: resumable, with workers that may hang or die, and with nothing lost.

Data flows `readers → plan → engine → folder → join`: what is read becomes numbered tasks (`plan`), an engine works
them and gives them back in their order (`pool`, `inline`, `ray_engine`), the results are kept in parts that survive a
kill (`folder`), and in the end the parts become the output, the dead letters and the manifest (`join`).
"""
