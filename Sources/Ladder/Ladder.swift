@_exported public import LadderCore
