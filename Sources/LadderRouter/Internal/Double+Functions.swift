#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// The standard library has no logarithm and no powers; they come from the system's C library.

extension Double {
    /// The natural logarithm of this number.
    var naturalLogarithm: Double { log(self) }

    /// Two to the power of this number.
    var powerOfTwo: Double { exp2(self) }
}
