extension QuestionPairs {
    /// True rephrasings about programming and devices.
    static let codingRephrasings = QuestionPairs(
        "coding and devices",
        tuned: """
            How do I reverse a string in Python? | Reverse a string in Python
            how to sort a list in java | How can I sort a list in Java?
            What is a closure? | Explain closures
            How do I undo the last commit in git? | git undo last commit
            Why is my loop infinite? | My loop is infinite, why?
            How do I parse JSON in Swift? | What's the best way to parse JSON in Swift?
            How do I center a div? | center a div with css please, how do I do it?
            What is the difference between a class and a struct? | Difference between struct and class
            How do I read a file line by line? | Reading a file line by line
            How can I install numpy? | installing numpy
            How do I remove duplicates from an array? | Delete duplicates from an array
            What does this error mean: segmentation fault? | What is the meaning of the error segmentation fault?
            How do I connect to the wifi? | How can I connect to Wi-Fi?
            How do I take a screenshot on a Mac? | Taking a screenshot on a mac
            My laptop won't turn on | My laptop does not turn on
            How do I check if a key exists in a dictionary? | Check whether a key exists in a dictionary
            How do I write unit tests? | How should I write unit tests?
            What is recursion? | Can you explain recursion to me?
            How do I make an HTTP request in Go? | Send an HTTP request in Go
            How do I free up disk space? | What can I do to free up disk space?
            What is Docker used for? | What do people use Docker for?
            How do I concatenate two strings? | Joining two strings
            How do I convert a string to an integer? | Convert string to int
            what is a race conditon | What is a race condition?
            """,
        heldOut: """
            How do I loop over a dictionary in Python? | Iterate over a dictionary in Python
            What is an API? | Could you explain what an API is?
            How do I create a branch in git? | Make a new branch in git
            Why is my build failing? | My build fails, why?
            How do I format a date in JavaScript? | javascript format date
            What does async mean? | What is the meaning of async?
            How do I comment out a line in SQL? | Commenting out a line in SQL
            How can I speed up my query? | How do I make my query faster?
            How do I back up my phone? | I want to make a backup of my phone
            My screen is flickering, what can I do? | How do I fix a flickering screen?
            How do I find the length of an array? | Get the length of an array
            How do I deploy to Heroku? | How can one deploy to Heroku?
            Explain dependency injection | What is dependency injection?
            How do I exit vim? | How to quit vim
            How do I pair my headphones? | Pairing my headphones
            How do I rename a column in pandas? | pandas rename column
            how do i unzip a file in linux | How can I unzip files on Linux?
            Is Python case sensitive? | Is Python a case-sensitive language?
            How do I generate a random number? | Generating random numbers
            How can I see hidden files? | How do I show hidden files?
            What causes a memory leak? | Why do memory leaks happen?
            How do I kill a process? | How do I terminate a process?
            How do I clear the cache of my browser? | Empty my browser's cache
            """)
}
