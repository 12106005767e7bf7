"""The command line: one file for each command, which adds its arguments and runs it.

The commands that matter; each has a ``--help`` with examples::

    centralasia-minerals total --by country            # what deals come to, nothing counted twice
    centralasia-minerals search '$900 million'         # what matches a name, a word or a figure
    centralasia-minerals show kz-us-tungsten           # one record as a whole
    centralasia-minerals timeline                      # what happened when
    centralasia-minerals disagreements                 # what sources report in more than one way
    centralasia-minerals source page.txt               # the block of a source, ready to paste
    centralasia-minerals cite page.txt "a passage"     # the citation of a passage
    centralasia-minerals build draft.toml              # a draft becomes a data file
    centralasia-minerals check mine.toml               # what is wrong with a data file
    centralasia-minerals export folder                 # every table as CSV, Parquet or JSON
"""
