namespace HotGigs.Tests.Shared.Resumes;

/// <summary>Somebody made up, of whom there is only one.</summary>
public sealed record Person(string FullName, string Email)
{
    private static readonly string[] FirstNames = ["Maria", "Peter", "Susan", "Daniel", "Laura", "Thomas", "Julia", "Robert", "Anna", "David"];
    private static readonly string[] LastNames =
        ["Fischer", "Johnson", "Garcia", "Martin", "Novak", "Rossi", "Jensen", "Murphy", "Keller", "Walker", "Bennett", "Foster"];

    private static int made;

    public static string Phone => "+49 30 901820";

    public static string Location => "Berlin, Germany";

    public static string Title => "Senior Software Engineer";

    /// <summary>Someone whom no other test knows.</summary>
    public static Person Next()
    {
        var number = Interlocked.Increment(ref made) - 1;
        var first = FirstNames[number % FirstNames.Length];
        var last = LastNames[number / FirstNames.Length % LastNames.Length];
        return new Person($"{first} {last}", $"{first}.{last}.{number}@example.com".ToLowerInvariant());
    }
}
