namespace HotGigs.WebApi.Development;

/// <summary>The people one can sign in as on a fresh machine.</summary>
internal static class DemoUsers
{
    public static readonly IReadOnlyList<DemoUser> All =
    [
        new("demo-recruiter", "Rosa Delgado", "rosa.delgado@demo.hotgigs.ai", ["recruiter"], "Recruiter with a candidate database of her own"),
        new("demo-recruiter-2", "Ben Okafor", "ben.okafor@demo.hotgigs.ai", ["recruiter"], "A second recruiter, to see what is shared and what is not"),
        new("demo-admin", "Ada Lindqvist", "ada.lindqvist@demo.hotgigs.ai", ["admin"], "Admin who sees every candidate and the server's status"),
        new("demo-candidate", "Kim Tran", "kim.tran@demo.hotgigs.ai", ["candidate"], "Candidate who applies with their own resume"),
    ];
}

/// <summary>A person to sign in as.</summary>
internal sealed record DemoUser(string Sub, string Name, string Email, IReadOnlyList<string> Roles, string Description);
