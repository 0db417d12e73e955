;; What a person does in Emacs, one thing after the other; what came of it goes to the file in OUT.
(require 'cl-lib)
(require 'json)
(package-initialize)
(load (getenv "INIT") nil t)

(defvar out '())

(defun note (name value) (push (cons name value) out))

(defun finish ()
  (with-temp-file (getenv "OUT") (insert (json-encode (nreverse out))))
  (kill-emacs 0))

(defun wait (what is-so)
  (let ((tries 2000))
    (while (and (> tries 0) (not (funcall is-so)))
      (accept-process-output nil 0.01)
      (setq tries (1- tries)))
    (when (= tries 0)
      (note 'waited_in_vain_for what)
      (finish))))

(defun go-to (words)
  "Puts point on the last letter of some words."
  (goto-char (point-min))
  (search-forward words)
  (backward-char))

(defun rest-of-line () (buffer-substring-no-properties (point) (line-end-position)))

(condition-case failure
    (progn
      (find-file "2031-07-interconnector.readout")
      (note 'mode (symbol-name major-mode))
      ;; In batch there is no command after which Eglot would connect by itself.
      (run-hooks 'post-command-hook)
      (wait "the server" (lambda () (eglot-managed-p)))
      (goto-char (point-max))
      (backward-char)
      (insert "^[🚢 See [that](#nowhere) and [this](#further).]")
      ;; Nor is it idle in batch, when it would send what was typed.
      (eglot--signal-textDocument/didChange)
      (cl-flet ((reported ()
                  (cl-remove-if-not
                   (lambda (one) (string-match-p "nowhere" (flymake-diagnostic-text one)))
                   (flymake-diagnostics))))
        (wait "the finding" (lambda () (flymake-start) (reported)))
        (let ((one (car (reported))))
          (note 'marked (buffer-substring-no-properties
                         (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))))

      (go-to "[this](#fur")
      (let (said)
        (eglot-hover-eldoc-function (lambda (text &rest _) (setq said text)))
        (wait "the hover" (lambda () said))
        (note 'hover (substring-no-properties said)))

      (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
      (note 'definition (rest-of-line))

      (go-to "[this](#fur")
      (eglot-rename "next-report")
      (goto-char (point-min))
      (search-forward "#next-report .commitment")
      (search-forward "^")
      (backward-char)
      (note 'renamed (rest-of-line)))
  (error (note 'failed (format "%S" failure))))
(finish)
