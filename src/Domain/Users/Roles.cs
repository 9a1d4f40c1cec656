using HotGigs.Domain.Common;

namespace HotGigs.Domain.Users;

/// <summary>What a user may do, as a set. The numbers are stored: append only.</summary>
[Flags]
public enum Roles
{
    [WireName("none")]
    None = 0,

    /// <summary>Applies for jobs with their own resume.</summary>
    [WireName("candidate")]
    Candidate = 1,

    /// <summary>Imports resumes and keeps a candidate database.</summary>
    [WireName("recruiter")]
    Recruiter = 2,

    /// <summary>Sees everything and shares candidates.</summary>
    [WireName("admin")]
    Admin = 4,

    /// <summary>A program that reports events.</summary>
    [WireName("service")]
    Service = 8,
}

/// <summary>Reads sets of roles.</summary>
public static class RolesExtensions
{
    /// <summary>Whether at least one of <paramref name="wanted"/> is held.</summary>
    public static bool HasAny(this Roles held, Roles wanted) => (held & wanted) != 0;
}
