// One import for an application: JSON, the core, the wire formats of providers, observers and every layer.
@_exported public import LadderBudgetCheck
@_exported public import LadderCircuitBreaker
@_exported public import LadderCore
@_exported public import LadderExactCache
@_exported public import LadderJSON
@_exported public import LadderModelFallback
@_exported public import LadderObserving
@_exported public import LadderRetry
@_exported public import LadderRouter
@_exported public import LadderSemanticCache
@_exported public import LadderStaticFAQ
@_exported public import LadderText
@_exported public import LadderTimeout
@_exported public import LadderWire
