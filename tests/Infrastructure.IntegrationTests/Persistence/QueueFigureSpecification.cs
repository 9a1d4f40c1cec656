using HotGigs.Application.Matching;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Operations;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Emails;
using HotGigs.Tests.Shared.Mail;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What an admin is told of the queues, whichever database they are kept in.</summary>
public abstract class QueueFigureSpecification(TestDatabase database) : EmailSpecification(database)
{
    private int files;

    [Fact]
    public async Task Nothing_waits_in_the_beginning() =>
        Assert.Equal(
            new QueueFigures(new ImportFigures(0, 0, 0), new WorkFigures(0, 0), new WorkFigures(0, 0), new EmailFigures(0, 0, 0, 0, null)),
            await FiguresAsync());

    [Fact]
    public async Task Imports_are_told_by_whether_they_wait_are_under_way_or_have_failed_today()
    {
        for (var i = 0; i < 5; i++)
            await UploadAsync();
        await FailNextAsync();
        Assert.NotNull(await ClaimAsync());

        Assert.Equal(new ImportFigures(3, 1, 1), (await FiguresAsync()).Imports);
        Node.Clock.Advance(TimeSpan.FromHours(25));
        await FailNextAsync();
        Assert.Equal(1, (await FiguresAsync()).Imports.Failed);
    }

    [Fact]
    public async Task Comparisons_are_told_by_whether_somebody_works_on_them()
    {
        var runs = Node.Get<IMatchingRuns>();
        for (var i = 0; i < 3; i++)
            await runs.QueueAsync(MatchingSubject.Job, Guid.CreateVersion7(), everything: false, Cancelled);
        await runs.ClaimNextAsync("worker", TimeSpan.FromMinutes(1), Cancelled);

        Assert.Equal(new WorkFigures(2, 1), (await FiguresAsync()).Matching);
        // Whoever held it is gone.
        Node.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(new WorkFigures(3, 0), (await FiguresAsync()).Matching);
    }

    [Fact]
    public async Task Mails_are_told_by_what_became_of_them_and_an_outage_by_its_reason()
    {
        await JoinAsync(Rosa, AtOnce);
        await JoinAsync(Ben, AtOnce);
        Smtp.Refuse = address => address == Ben.Email ? $"550 5.1.1 {address} is unknown here" : null;
        await ShareAsync(Rosa);
        await ShareAsync(Ben);
        await WorkAsync(Node);
        Assert.Equal(new EmailFigures(0, 1, 0, 1, null), (await FiguresAsync()).Emails);

        await Smtp.DisposeAsync();
        Smtp = SmtpTestServer.Start();
        Node.Clock.Advance(TimeSpan.FromHours(25));
        await ShareAsync(Rosa, "Sam Doe");
        await WorkAsync(Node);
        var (pending, sent, skipped, dead, outage) = (await FiguresAsync()).Emails;
        // What was sent yesterday is no news. What was given up is, until somebody has looked after it.
        Assert.Equal((1, 0, 0, 1), (pending, sent, skipped, dead));
        Assert.NotNull(outage);
    }

    private Task<QueueFigures> FiguresAsync() => Node.SendAsync(new GetQueueFigures(Ada));

    private Task UploadAsync() => Node.Get<IResumeStore>().AddAsync(
        Resume.Upload(
            Guid.CreateVersion7(), Rosa, ResumeSource.RecruiterUpload, "cv.pdf", $"ab/{++files}", ResumeFormat.Pdf, 1_000, Node.Clock.GetUtcNow()),
        Cancelled);

    private Task<Resume?> ClaimAsync() => Node.Get<IResumeStore>().ClaimNextAsync($"worker-{++files}", TimeSpan.FromSeconds(15), Cancelled);

    private async Task FailNextAsync()
    {
        var resume = (await ClaimAsync())!;
        resume.Fail("It cannot be read.", Node.Clock.GetUtcNow());
        await Node.Get<IResumeStore>().SaveAsync(resume, Cancelled);
    }
}

public sealed class SqliteQueueFigures() : QueueFigureSpecification(new SqliteTestDatabase());

public sealed class SqlServerQueueFigures() : QueueFigureSpecification(new SqlServerTestDatabase());
