@main struct Main { static func main() { print("ladder") } }
