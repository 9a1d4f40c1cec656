using HotGigs.Infrastructure.GoogleDrive.Storage;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Persistence;

namespace HotGigs.Infrastructure.IntegrationTests.GoogleDrive;

/// <summary>No query of syncs and their files looks at more rows than it returns.</summary>
public sealed class GoogleDriveQueryPlanTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    [Fact]
    public Task What_is_due_is_read_in_order_from_an_index_of_what_has_a_time() =>
        AssertReadsAsync(context => SyncQueries.Free(context, TestNode.Start).Take(1), "USING INDEX IX_GoogleDriveSyncs_Queue");

    [Fact]
    public Task The_list_of_a_user_is_read_in_order() =>
        AssertReadsAsync(context => SyncQueries.OfOwner(context, "rosa"), "USING INDEX IX_GoogleDriveSyncs_OwnerId_CreatedAt");

    [Fact]
    public Task One_sync_is_found_by_its_key() =>
        AssertReadsAsync(context => SyncQueries.One(context, "rosa", Guid.Empty), "USING INDEX sqlite_autoindex_GoogleDriveSyncs_1");

    [Fact]
    public Task Known_files_are_looked_up_by_name() =>
        AssertReadsAsync(context => SyncQueries.Known(context, "rosa", ["one", "two"]), "USING INDEX IX_GoogleDriveFiles_OwnerId_FileId_Revision (OwnerId=? AND FileId=?)");

    [Fact]
    public Task What_a_folder_held_is_read_in_order() => AssertReadsAsync(
        context => SyncQueries.Files(context, Guid.Empty, (TestNode.Start, Guid.CreateVersion7())).Take(21), "USING INDEX IX_GoogleDriveFiles_SyncId_FoundAt_Id");

    [Fact]
    public Task The_files_of_all_folders_of_a_user_are_counted_over_an_index() => AssertReadsAsync(
        context => SyncQueries.Counts(context, [Guid.Empty, Guid.CreateVersion7()]), "USING INDEX IX_GoogleDriveFiles_SyncId_FoundAt_Id (SyncId=?)");

    [Fact]
    public Task Expired_consents_are_found_by_when() =>
        AssertReadsAsync(context => GoogleConsents.Expired(context, TestNode.Start), "USING INDEX IX_GoogleDriveConsents_ExpiresAt");

    [Fact]
    public Task The_latest_consent_of_a_user_is_found_by_index() =>
        AssertReadsAsync(context => GoogleConsents.LatestOf(context, "rosa").Take(1), "USING INDEX IX_GoogleDriveConsents_UserId_ExpiresAt");

    [Fact]
    public Task A_connection_is_found_by_its_user() =>
        AssertReadsAsync(context => GoogleConnections.Of(context, "rosa"), "USING INDEX sqlite_autoindex_GoogleDriveConnections_1");

    private async Task AssertReadsAsync<T>(Func<HotGigsDbContext, IQueryable<T>> query, string index)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var plan = await QueryPlan.OfAsync(context, query(context));

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.All(plan, step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
        // The list of names that is asked for is itself a virtual table, which can only be scanned.
        Assert.All(plan, step => Assert.False(
            step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal), step));
    }
}
