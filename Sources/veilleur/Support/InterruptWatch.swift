import Foundation
import RosterEngine

/// Turns Ctrl-C into a stop request; a second one ends the process at once, with nothing written.
final class InterruptWatch {
    private let source: any DispatchSourceSignal

    /// Starts watching.
    init(_ flag: StopFlag) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global(qos: .userInteractive))
        source.setEventHandler {
            if flag.isRaised { _exit(130) }
            flag.raise()
        }
        source.resume()
    }

    deinit {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
