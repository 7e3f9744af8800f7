// One import for an application: the core and every layer. Models and HTTP are imported beside it.
@_exported public import LadderCircuitBreaker
@_exported public import LadderCore
@_exported public import LadderModelFallback
@_exported public import LadderRetry
@_exported public import LadderRouter
@_exported public import LadderStaticFAQ
@_exported public import LadderTimeout
