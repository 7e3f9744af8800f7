// Models by name, and pipelines from a file.
