package io.argus.app.cli;

import io.argus.app.terminal.Terminal;
import io.argus.domain.ArgusException;
import io.argus.domain.ConfigException;
import io.argus.domain.ConfigProblem;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line a problem and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    static final int FAILED = 1;
    static final int USAGE = 2;
    /** Done, but a check that was asked for fell short. */
    static final int FELL_SHORT = 3;

    static final int INTERRUPTED = 130;

    /** Picocli begins what it says of groups of options so, and every line here begins so already. */
    private static final String ALREADY_SAID = "Error: ";

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The exit code of a command that has ended, unless its result went nowhere. */
    int unlessLost(int exitCode) {
        if (!terminal.lostResults()) {
            return exitCode;
        }
        terminal.error("standard output: the result cannot be written, or not all of it; make room where it goes");
        return FAILED;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        boolean verbose = parsed.expandedArgs().contains("--verbose");
        if (problem instanceof ConfigException wrong) {
            for (ConfigProblem each : wrong.problems()) {
                terminal.error(each.toString());
            }
        } else if (problem instanceof CancellationException || problem instanceof InterruptedException) {
            return INTERRUPTED;
        } else if (problem instanceof ArgusException) {
            terminal.error(oneLine(problem));
        } else {
            terminal.error("unexpected " + problem.getClass().getSimpleName() + ": " + oneLine(problem)
                    + (verbose ? "" : "; run again with --verbose for details, and please report it"));
        }
        if (verbose) {
            terminal.trace(problem);
        }
        return problem instanceof ConfigException ? USAGE : FAILED;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        if (command.getCommandSpec().userObject() instanceof SecretsSetCommand) {
            // Neither message nor trace: both quote the arguments, among which a value may stand.
            terminal.error(
                    "expected one NAME, and the value on standard input, never as an argument, which others can read;"
                            + " renew what was given as one; see argus secrets set --help");
            return USAGE;
        }
        List<String> near =
                problem instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String advice = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        String what = oneLine(problem);
        terminal.error((what.startsWith(ALREADY_SAID) ? what.substring(ALREADY_SAID.length()) : what) + advice
                + "; see " + command.getCommandSpec().qualifiedName() + " --help");
        if (Arrays.asList(args).contains("--verbose")) {
            terminal.trace(problem);
        }
        return USAGE;
    }

    private static String oneLine(Exception problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        return message.lines().reduce((a, b) -> a + " " + b.strip()).orElse(message);
    }
}
