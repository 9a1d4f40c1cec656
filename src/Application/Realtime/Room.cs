using System.Diagnostics.CodeAnalysis;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Realtime;

/// <summary>A group of connections that is addressed by name: one of the three by role, or those looking at one candidate.</summary>
public sealed record Room
{
    private const string CandidatePrefix = "candidate:";

    private Room(string name, Roles roles, Guid? candidateId = null)
    {
        Name = name;
        Roles = roles;
        CandidateId = candidateId;
    }

    /// <summary>Recruiters, and admins beside them.</summary>
    public static Room Recruiters { get; } = new("recruiters", Roles.Recruiter | Roles.Admin);

    public static Room Admins { get; } = new("admins", Roles.Admin);

    /// <summary>Candidates, and admins beside them.</summary>
    public static Room Candidates { get; } = new("candidates", Roles.Candidate | Roles.Admin);

    public string Name { get; }

    /// <summary>The roles of which one lets a user in; none for the room of a candidate, which asks for that candidate.</summary>
    public Roles Roles { get; }

    public Guid? CandidateId { get; }

    /// <summary>Reads a room's name. Names are case-sensitive; ids are in the lower-case form with hyphens.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out Room? room)
    {
        room = name switch
        {
            "recruiters" => Recruiters,
            "admins" => Admins,
            "candidates" => Candidates,
            { } other when other.StartsWith(CandidatePrefix, StringComparison.Ordinal)
                && Guid.TryParseExact(other.AsSpan(CandidatePrefix.Length), "D", out var id) => OfCandidate(id),
            _ => null,
        };
        // Guid reads capitals and surrounding space as well; a room has one name.
        if (room?.Name != name)
            room = null;
        return room is not null;
    }

    /// <summary>The room of those looking at a candidate.</summary>
    public static Room OfCandidate(Guid id) => new($"{CandidatePrefix}{id:D}", Roles.None, id);
}
