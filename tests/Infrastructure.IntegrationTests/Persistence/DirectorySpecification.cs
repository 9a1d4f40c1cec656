using HotGigs.Application.Candidates;
using HotGigs.Application.Realtime;
using HotGigs.Application.Resumes;
using HotGigs.Application.Users;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Who is known, and which candidates each of them sees, whichever database it is kept in.</summary>
public abstract class DirectorySpecification(TestDatabase database) : PersistenceSpecification(database)
{
    [Fact]
    public async Task Users_are_found_by_any_of_their_roles()
    {
        var both = new UserIdentity("both", "Both", null, Roles.Recruiter | Roles.Admin);
        foreach (var user in new[] { Rosa, Ada, Kim, both })
            await Node.RegisterAsync(user);

        Assert.Equal(["both", "rosa"], await FindAsync(Roles.Recruiter));
        Assert.Equal(["ada", "both", "rosa"], await FindAsync(Roles.Recruiter | Roles.Admin));
        Assert.Empty(await FindAsync(Roles.Service));
    }

    [Fact]
    public async Task Users_are_listed_by_name_and_found_by_a_part_of_it_of_their_address_or_of_their_id()
    {
        var odd = new UserIdentity(@"o_d%[d]\", "Zed 100%", null, Roles.Recruiter);
        foreach (var user in new[] { Rosa, Ben, Ada, Kim, odd })
            await Node.RegisterAsync(user);

        Assert.Equal(["ada", "ben", "kim", "rosa", odd.Id], await ListAsync(new UserFilter(null, null, 0, 9)));
        Assert.Equal(["ben", "rosa", odd.Id], await ListAsync(new UserFilter(Roles.Recruiter, null, 0, 9)));
        Assert.Equal(["rosa"], await ListAsync(new UserFilter(null, "DELGADO", 0, 9)));
        Assert.Equal(["rosa"], await ListAsync(new UserFilter(null, "rosa@EX", 0, 9)));
        foreach (var part in new[] { "100%", "o_d", "%[d", @"]\" })
            Assert.Equal([odd.Id], await ListAsync(new UserFilter(null, part, 0, 9)));
        var page = await Node.Get<IUserDirectory>().ListAsync(new UserFilter(Roles.Recruiter, null, 1, 1), Cancelled);
        Assert.Equal((3, "rosa"), (page.Total, Assert.Single(page.Users).Id));

        async Task<IEnumerable<string>> ListAsync(UserFilter filter)
        {
            var listed = await Node.Get<IUserDirectory>().ListAsync(filter, Cancelled);
            Assert.Equal(listed.Total, listed.Users.Count);
            return listed.Users.Select(user => user.Id);
        }
    }

    [Fact]
    public async Task A_newer_token_changes_what_is_known_and_an_older_one_does_not()
    {
        await Node.RegisterAsync(Rosa);

        await OtherNode.Get<IUserDirectory>().RecordAsync(Rosa with { Roles = Roles.Candidate }, TestNode.Start.AddHours(-1), Cancelled);
        Assert.Equal(["rosa"], await FindAsync(Roles.Recruiter));

        await OtherNode.Get<IUserDirectory>().RecordAsync(Rosa with { Roles = Roles.Candidate }, TestNode.Start.AddHours(1), Cancelled);
        Assert.Empty(await FindAsync(Roles.Recruiter));
    }

    [Fact]
    public async Task What_the_newest_token_allows_is_known_to_a_server_that_has_seen_only_older_ones()
    {
        await OtherNode.Get<IUserDirectory>().RecordAsync(Rosa with { Roles = Roles.Candidate }, TestNode.Start.AddHours(1), Cancelled);
        var users = Node.Get<IUserDirectory>();
        Assert.Equal(new UserStanding(Roles.Candidate, TestNode.Start.AddHours(1)), await users.FindAsync("rosa", Cancelled));

        await users.RecordAsync(Rosa, TestNode.Start, Cancelled);

        Assert.Equal(new UserStanding(Roles.Candidate, TestNode.Start.AddHours(1)), await users.FindAsync("rosa", Cancelled));
        Assert.Null(await users.FindAsync("nobody", Cancelled));
    }

    [Fact]
    public async Task Each_token_that_is_news_has_the_live_connections_of_its_user_looked_at_once()
    {
        var looks = (RecordedRightsChecks)Node.Get<ILiveRights>();
        await Node.RegisterAsync(Rosa);
        await Node.RegisterAsync(Rosa);
        await Node.RegisterAsync(Ben);
        Assert.Equal(["rosa", "ben"], looks.CheckedRoles);

        await Node.Get<IUserDirectory>().RecordAsync(Rosa, TestNode.Start.AddHours(1), Cancelled);
        await Node.Get<IUserDirectory>().RecordAsync(Rosa, TestNode.Start, Cancelled);
        Assert.Equal(["rosa", "ben", "rosa"], looks.CheckedRoles);
    }

    [Fact]
    public async Task When_users_were_last_seen_is_kept_and_never_goes_back()
    {
        var users = Node.Get<IUserDirectory>();
        foreach (var user in new[] { Rosa, Ben, Ada, Kim })
            await Node.RegisterAsync(user);

        await users.RecordLastSeenAsync([Seen(Rosa, 10), Seen(Ben, 20), Seen(Ada, 5), new LastSeen("unknown", TestNode.Start)], Cancelled);
        await OtherNode.Get<IUserDirectory>().RecordLastSeenAsync([Seen(Rosa, 30), Seen(Ben, 15)], Cancelled);

        Assert.Equal([Found(Rosa, 30), Found(Ben, 20), Found(Ada, 5)], await FindAsync(Roles.Recruiter | Roles.Admin, since: 0, limit: 9));
        Assert.Equal([Found(Rosa, 30)], await FindAsync(Roles.Recruiter, since: 0, limit: 1));
        Assert.Equal([Found(Rosa, 30), Found(Ben, 20)], await FindAsync(Roles.Recruiter | Roles.Admin, since: 20, limit: 9));
        Assert.Empty(await FindAsync(Roles.Candidate, since: 0, limit: 9));

        Task<IReadOnlyList<SeenUser>> FindAsync(Roles roles, int since, int limit) =>
            users.FindSeenSinceAsync(roles, TestNode.Start.AddMinutes(since), limit, Cancelled);

        static LastSeen Seen(UserIdentity user, int minutes) => new(user.Id, TestNode.Start.AddMinutes(minutes));

        static SeenUser Found(UserIdentity user, int minutes) => new(user.Id, user.Name, TestNode.Start.AddMinutes(minutes));
    }

    [Fact]
    public async Task A_user_who_comes_for_the_first_time_on_many_requests_at_once_is_written_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? Node : OtherNode).RegisterAsync(Rosa))));

        Assert.Equal(["rosa"], await FindAsync(Roles.Recruiter));
    }

    [Fact]
    public async Task Everyone_sees_the_candidates_that_are_theirs_to_see()
    {
        var rosas = await AddAsync(Rosa, "rosas@example.com");
        var bens = await AddAsync(Ben, "bens@example.com");
        var pooled = await AddAsync(Ada, "pooled@example.com");
        var applied = await AddAsync(Kim, "kim@example.com");

        Assert.Equal([applied, pooled, rosas], await ListAsync(Rosa));
        Assert.Equal([applied, pooled, bens], await ListAsync(Ben));
        Assert.Equal([applied, pooled, bens, rosas], await ListAsync(Ada));
        Assert.Equal([applied], await ListAsync(Kim));
    }

    [Fact]
    public async Task Candidates_are_searched_filtered_and_paged()
    {
        var jane = await AddAsync(Rosa, "jane@example.com", "Jane O'Neil", "C#", "100% remote");
        var zoe = await AddAsync(Rosa, "zoe@example.com", "Zoë Ångström", "C");
        await AddAsync(Ada, "max@example.com", "Max");

        Assert.Equal([jane], await ListAsync(Rosa, search: "O'NEIL c#"));
        Assert.Equal([zoe], await ListAsync(Rosa, search: "zoë ångström"));
        Assert.Equal([jane], await ListAsync(Rosa, search: "100%"));
        Assert.Empty(await ListAsync(Rosa, search: "%xx"));
        Assert.Equal(3, (await ListAsync(Rosa, source: CandidateSource.ResumeImport)).Count);
        Assert.Empty(await ListAsync(Rosa, source: CandidateSource.GoogleDrive));
        Assert.Empty(await ListAsync(Rosa, tags: ["senior"]));

        var page = await Node.Get<ICandidateReader>().ListAsync(Rosa, new CandidateFilter(1, 1, null, null, []), Cancelled);
        Assert.Equal((3, zoe), (page.Total, Assert.Single(page.Candidates).Candidate.Id));
    }

    [Fact]
    public async Task Each_user_sees_when_they_themselves_last_looked_at_a_candidate()
    {
        var pooled = await AddAsync(Ada, "pooled@example.com");
        var views = Node.Get<ICandidateViews>();
        await views.RecordAsync(pooled, Rosa.Id, TestNode.Start, Cancelled);
        await views.RecordAsync(pooled, Rosa.Id, TestNode.Start.AddHours(1), Cancelled);

        Assert.Equal(TestNode.Start.AddHours(1), await LastViewedAsync(Rosa));
        Assert.Null(await LastViewedAsync(Ben));
    }

    private Task<IReadOnlyCollection<string>> FindAsync(Roles roles) => Node.Get<IUserDirectory>().FindIdsByRolesAsync(roles, Cancelled);

    private async Task<IReadOnlyList<Guid>> ListAsync(
        UserIdentity user, string? search = null, CandidateSource? source = null, IReadOnlyList<string>? tags = null)
    {
        var filter = new CandidateFilter(0, 50, search, source, tags ?? []);
        var page = await Node.Get<ICandidateReader>().ListAsync(user, filter, Cancelled);
        Assert.Equal(page.Total, page.Candidates.Count);
        return [.. page.Candidates.Select(listed => listed.Candidate.Id)];
    }

    private async Task<DateTimeOffset?> LastViewedAsync(UserIdentity user)
    {
        var page = await Node.Get<ICandidateReader>().ListAsync(user, new CandidateFilter(0, 50, null, null, []), Cancelled);
        return Assert.Single(page.Candidates).LastViewedAt;
    }

    private async Task<Guid> AddAsync(UserIdentity uploader, string email, string name = "Jane Doe", params IReadOnlyList<string> skills)
    {
        var store = Node.Get<IResumeStore>();
        var source = uploader.Roles == Roles.Candidate ? ResumeSource.CandidateUpload : ResumeSource.RecruiterUpload;
        Node.Clock.Advance(TimeSpan.FromSeconds(1));
        var uploaded = Resume.Upload(
            Guid.CreateVersion7(), uploader, source, "cv.pdf", $"ab/{email}", ResumeFormat.Pdf, 1_000, Node.Clock.GetUtcNow());
        await store.AddAsync(uploaded, Cancelled);
        var resume = (await store.ClaimNextAsync($"worker-{uploaded.Id}", TimeSpan.FromHours(1), Cancelled))!;
        var profile = new ResumeProfile { FullName = name, Email = email, Skills = [.. skills.Select(skill => new Skill(skill))] };
        return (await store.SaveCandidateAsync(resume, profile, Cancelled)).Id;
    }
}

public sealed class SqliteDirectory() : DirectorySpecification(new SqliteTestDatabase());

public sealed class SqlServerDirectory() : DirectorySpecification(new SqlServerTestDatabase());
