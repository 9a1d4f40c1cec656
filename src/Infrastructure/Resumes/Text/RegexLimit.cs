namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>How long one match may take. Lines are short and need next to nothing; only an attack on backtracking comes near.</summary>
internal static class RegexLimit
{
    public const int Milliseconds = 2_000;
}
