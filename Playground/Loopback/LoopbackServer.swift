/// A small HTTP server on the loopback interface, for tests and the playground.
package struct LoopbackServer {}
