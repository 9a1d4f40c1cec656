using HotGigs.Application.Common;
using HotGigs.Application.Emails;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Emails;

public sealed class RequeueEmailTests
{
    [Fact]
    public async Task What_was_given_up_is_put_back_and_the_queue_is_woken()
    {
        var queue = new Queue();
        var mail = Mail();

        var answer = await RequeueAsync(() => new RequeuedEmail(mail, WasDead: true), queue);

        Assert.Equal((mail.Id, 1), (answer.Id, queue.Wakes));
    }

    [Fact]
    public async Task What_was_not_given_up_is_a_conflict()
    {
        var queue = new Queue();
        var error = await Assert.ThrowsAsync<RequestException>(() => RequeueAsync(() => new RequeuedEmail(Mail(), WasDead: false), queue));

        Assert.Equal((ErrorCode.Conflict, 0), (error.Code, queue.Wakes));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var error = await Assert.ThrowsAsync<RequestException>(() => RequeueAsync(() => null));

        Assert.Equal(ErrorCode.NotFound, error.Code);
    }

    [Fact]
    public async Task A_fault_of_the_store_is_not_taken_for_a_conflict() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RequeueAsync(() => throw new InvalidOperationException("The connection is closed.")));

    private static EmailDelivery Mail() => EmailDelivery.Of(
        "rita",
        Guid.CreateVersion7(),
        new NotificationDraft { Type = NotificationType.MatchFound, Title = "A title", Message = "A message", PayloadJson = "{}" },
        new EmailSchedule(At.Noon, EmailGrouping.None, OnlyIfUnread: false),
        At.Noon);

    private static Task<EmailDto> RequeueAsync(Func<RequeuedEmail?> store, Queue? queue = null) =>
        new RequeueEmailHandler(new Store(store), queue ?? new Queue())
            .Handle(new RequeueEmail(People.Adam, Guid.CreateVersion7()), TestContext.Current.CancellationToken);

    private sealed class Queue : IEmailQueueSignal
    {
        public int Wakes { get; private set; }

        public void Wake() => Wakes++;
    }

    private sealed class Store(Func<RequeuedEmail?> requeue) : IEmailDeliveries
    {
        public Task<RequeuedEmail?> RequeueAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(requeue());

        public Task<EmailDelivery?> FindAsync(Guid id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<EmailDelivery>> ListAsync(
            EmailStatus status, EmailPosition? after, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
