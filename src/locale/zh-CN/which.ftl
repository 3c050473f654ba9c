# 输入的编号指的是哪一样（cli/which）

fail-which-several = “{ $id }”不止一样：{ $names }
fail-which-kind = “{ $id }”是 { $kind }，这里用的是：{ $kinds }
fail-which-none = 找不到“{ $id }”，这里用的是：{ $kinds }
hint-which-full = 请带上种类写全，例如 { $name }
