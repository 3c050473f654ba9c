# Which thing an id means (cli/which)

fail-which-several = "{ $id }" may be any of: { $names }
fail-which-kind = "{ $id }" is of the kind { $kind }; what is taken here: { $kinds }
fail-which-none = There is no "{ $id }" among: { $kinds }
hint-which-full = Type it with its kind, such as { $name }
