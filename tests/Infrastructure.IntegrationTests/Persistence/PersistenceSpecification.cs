using HotGigs.Domain.Users;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What the tests of persistence share: a fresh database each, and two servers on it.</summary>
public abstract class PersistenceSpecification(TestDatabase database) : IAsyncLifetime
{
    internal static readonly UserIdentity Rosa = new("rosa", "Rosa Delgado", "rosa@example.com", Roles.Recruiter);
    internal static readonly UserIdentity Ben = new("ben", "Ben Okafor", "ben@example.com", Roles.Recruiter);
    internal static readonly UserIdentity Ada = new("ada", "Ada Lindqvist", "ada@example.com", Roles.Admin);
    internal static readonly UserIdentity Kim = new("kim", "Kim Tran", "kim@example.com", Roles.Candidate);

    internal TestNode Node { get; private set; } = null!;

    internal TestNode OtherNode { get; private set; } = null!;

    /// <summary>What both servers are configured with besides.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        Node = await TestNode.StartAsync(database, Settings);
        OtherNode = await TestNode.StartAsync(database, Settings);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Node is not null)
            await Node.DisposeAsync();
        if (OtherNode is not null)
            await OtherNode.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
