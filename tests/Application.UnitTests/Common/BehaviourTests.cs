using FluentValidation;
using HotGigs.Application.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotGigs.Application.UnitTests.Common;

/// <summary>What happens around every request.</summary>
public sealed class BehaviourTests : IDisposable
{
    private readonly RecordedLog log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task A_valid_request_reaches_its_handler() => Assert.Equal("Hello Ada", await Send(new Greet("Ada", 2)));

    [Fact]
    public async Task An_invalid_request_does_not_and_is_refused_by_the_wire_name_of_its_field()
    {
        var handled = false;

        var refusal = await App.RefusalOf(() => Send(new Greet("Ada", 0, () =>
        {
            handled = true;
            return Task.FromResult("");
        })));

        Assert.False(handled);
        Assert.Equal(ErrorCode.ValidationFailed, refusal.Code);
        Assert.Equal(["max_words"], refusal.Errors!.Keys);
        Assert.Equal("'max_words' must be greater than '0'.", refusal.Message);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_per_field()
    {
        var refusal = await App.RefusalOf(() => Send(new Greet("", 0)));

        Assert.Equal(["first_name", "max_words"], refusal.Errors!.Keys);
        Assert.Equal(2, refusal.Errors["first_name"].Length);
        Assert.Equal("Several fields are wrong: first_name, max_words.", refusal.Message);
    }

    [Fact]
    public async Task What_nobody_expected_is_logged_with_the_name_of_the_request_and_passed_on()
    {
        var bug = new InvalidOperationException("A bug.");

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Send(new Greet("Ada", 2, () => throw bug)));

        Assert.Same(bug, thrown);
        var line = Assert.Single(log.Errors);
        Assert.Equal((1001, "Greet failed unexpectedly"), (line.Id.Id, line.Text));
        Assert.Same(bug, line.Error);
    }

    [Fact]
    public async Task A_refusal_is_no_error_of_ours_and_not_logged_as_one()
    {
        await App.RefusalOf(() => Send(new Greet("Ada", 2, () => throw RequestException.NotFound("Ada"))));
        await App.RefusalOf(() => Send(new Greet("", 2)));

        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_request_that_its_sender_gave_up_is_not_logged_as_an_error()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => Send(new Greet("Ada", 2, () => throw new OperationCanceledException()), gone.Token));

        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_timeout_inside_is_not_taken_for_a_sender_who_gave_up()
    {
        await Assert.ThrowsAsync<TaskCanceledException>(() => Send(new Greet("Ada", 2, () => throw new TaskCanceledException())));

        Assert.Single(log.Errors);
    }

    [Fact]
    public async Task The_log_names_the_request_and_never_what_is_in_it()
    {
        await Send(new Greet("Ada", 2));
        await App.RefusalOf(() => Send(new Greet("A", 2)));

        Assert.Contains(log.Lines, line => line.Text.StartsWith("Handled Greet in ", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("Ada", StringComparison.Ordinal));
    }

    private Task<string> Send(Greet request, CancellationToken cancellationToken = default)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddApplication(typeof(BehaviourTests).Assembly)
            .AddTransient<IValidator<Greet>, GreetValidator>();
        return services.BuildServiceProvider().GetRequiredService<IMediator>().Send(request, cancellationToken);
    }
}
