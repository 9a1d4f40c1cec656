using HotGigs.Domain.Users;

namespace HotGigs.Application.UnitTests;

/// <summary>The people of these tests.</summary>
internal static class People
{
    public static readonly UserIdentity Rita = Of("rita", Roles.Recruiter);
    public static readonly UserIdentity Sam = Of("sam", Roles.Recruiter);
    public static readonly UserIdentity Adam = Of("adam", Roles.Admin);
    public static readonly UserIdentity Carla = Of("carla", Roles.Candidate);
    public static readonly UserIdentity Robot = Of("importer", Roles.Service);
    public static readonly UserIdentity Nobody = Of("nobody", Roles.None);

    private static UserIdentity Of(string id, Roles roles) => new(id, id, $"{id}@hotgigs.example", roles);
}
