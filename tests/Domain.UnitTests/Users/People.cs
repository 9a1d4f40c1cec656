using HotGigs.Domain.Users;

namespace HotGigs.Domain.UnitTests.Users;

/// <summary>The people of these tests.</summary>
internal static class People
{
    public static readonly UserIdentity Rita = Recruiter("rita");
    public static readonly UserIdentity Sam = Recruiter("sam");
    public static readonly UserIdentity Adam = new("adam", "Adam", "adam@hotgigs.example", Roles.Admin);
    public static readonly UserIdentity Carla = new("carla", "Carla", "carla@mail.example", Roles.Candidate);
    public static readonly UserIdentity Robot = new("importer", "Importer", null, Roles.Service);

    private static UserIdentity Recruiter(string id) => new(id, id, $"{id}@hotgigs.example", Roles.Recruiter);
}
